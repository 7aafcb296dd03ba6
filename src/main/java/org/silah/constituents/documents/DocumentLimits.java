package org.silah.constituents.documents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a document may hold before it is refused.
 *
 * @param largest one file
 * @param together the files of one form
 * @param pixels of a picture, told by its header before anything is decoded
 * @param unpacked what the parts of an office file say they unpack to, all together
 */
@ConfigurationProperties("silah.documents")
record DocumentLimits(
    @DefaultValue("20MB") DataSize largest,
    @DefaultValue("100MB") DataSize together,
    @DefaultValue("64000000") long pixels,
    @DefaultValue("300MB") DataSize unpacked) {}
