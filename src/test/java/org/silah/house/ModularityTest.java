package org.silah.house;

import org.junit.jupiter.api.Test;
import org.silah.Silah;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTest {

  private final ApplicationModules modules = ApplicationModules.of(Silah.class);

  @Test
  void modulesUseOnlyWhatTheyName() {
    modules.verify();
  }

  @Test
  void theirPictureIsDrawnAnew() {
    new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/modules"))
        .writeModulesAsPlantUml()
        .writeModuleCanvases();
  }
}
