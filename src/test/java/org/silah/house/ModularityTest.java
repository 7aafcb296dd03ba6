package org.silah.house;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
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
  void packagesWithinThemMakeNoCircle() {
    var classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.silah");
    SlicesRuleDefinition.slices().matching("org.silah.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void theirPictureIsDrawnAnew() {
    new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/modules"))
        .writeModulesAsPlantUml()
        .writeModuleCanvases();
  }
}
