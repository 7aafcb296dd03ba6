package org.silah.constituents.documents;

import org.silah.web.Language;

/**
 * What a document is for the charity.
 *
 * @param expires whether one is asked for the day it expires
 * @param sensitive whether only few see one unless somebody says otherwise
 * @param retired offered no more
 */
record DocumentKind(String code, String nameAr, String nameEn, boolean expires, boolean sensitive, boolean retired) {

  String name(Language language) {
    return language == Language.AR ? nameAr : nameEn;
  }
}
