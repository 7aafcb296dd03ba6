package org.silah;
@org.springframework.modulith.Modulithic(sharedModules = {"kernel", "web"})
@org.springframework.boot.autoconfigure.SpringBootApplication
public class Silah {
  public static void main(String[] args) { org.springframework.boot.SpringApplication.run(Silah.class, args); }
}
