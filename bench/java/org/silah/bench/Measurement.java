package org.silah.bench;

interface Measurement {
  Result run() throws Exception;
}
