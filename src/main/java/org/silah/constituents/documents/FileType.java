package org.silah.constituents.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a charity is really given; nothing else is taken. */
enum FileType {
  PDF("pdf", "application/pdf"),
  JPEG("jpg", "image/jpeg"),
  PNG("png", "image/png"),
  WEBP("webp", "image/webp"),
  TIFF("tif", "image/tiff"),
  DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  TEXT("txt", "text/plain"),
  MP3("mp3", "audio/mpeg"),
  M4A("m4a", "audio/mp4"),
  OGG("ogg", "audio/ogg"),
  AMR("amr", "audio/amr");

  private static final Set<FileType> PICTURES = Set.of(JPEG, PNG, WEBP, TIFF);

  private final String extension;
  private final String mediaType;

  FileType(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** Without the dot. */
  String extension() {
    return extension;
  }

  String mediaType() {
    return mediaType;
  }

  boolean isPicture() {
    return PICTURES.contains(this);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FileType of(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst().orElseThrow();
  }

  String icon() {
    return switch (this) {
      case JPEG, PNG, WEBP, TIFF -> "photo";
      case MP3, M4A, OGG, AMR -> "microphone";
      case PDF, DOCX, XLSX, TEXT -> "file-text";
    };
  }
}
