package org.silah.dialogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.silah.Charity;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** A charity whose clock stands at ten in the morning until a test moves it, with a mail server that a test can break. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({PostRoom.class, WallClock.class})
@interface CharityThatWrites {}
