package org.silah.kernel;

/** A variable of the environment holds what it cannot hold; its value is not told, for it may be a secret. */
public final class UnusableVariable extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String name;

  public UnusableVariable(String name) {
    super(name);
    this.name = name;
  }

  public String name() {
    return name;
  }
}
