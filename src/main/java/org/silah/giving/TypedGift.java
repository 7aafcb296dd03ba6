package org.silah.giving;

/** A gift in the words of a person or a program, each field as it was typed; "" for nothing. */
record TypedGift(String amount, String currency, String givenOn, String purpose, String designation, String channel) {}
