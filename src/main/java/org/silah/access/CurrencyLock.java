package org.silah.access;

/** A reason why the charity's own currency cannot be changed any more, such as gifts that are counted in it: a bean in any module. */
public interface CurrencyLock {

  boolean locked();
}
