/* What the data files of the kinds share. */
#pragma once

#include "base/paz-catalogue.h"
#include "model/paz-check.h"
#include "model/paz-code-list.h"
#include "model/paz-kind.h"

G_BEGIN_DECLS

/* The end of every kind's fields: the originator's own marking, written as it stands on the
 * paper and never mapped onto a level (PRODUCT.md, rule 3), what the record serves, and notes. */
#define PAZ_COMMON_FIELDS \
  { \
    .key = "marking", .label = NC_("record", "National Marking"), .context = "record", \
    .type = PAZ_VALUE_TEXT, .since = 1, .group = NC_("group", "Handling"), \
    .hint = N_("The originator's own marking, exactly as written. It is never translated."), \
  }, \
  { \
    .key = "marking_country", .label = NC_("record", "Country of the Marking"), .context = "record", \
    .type = PAZ_VALUE_COUNTRY, .since = 1, .group = NC_("group", "Handling"), \
    .hint = N_("The country under whose law the marking was given."), \
  }, \
  { \
    .key = "provisions", .label = NC_("record", "Provisions Served"), .context = "record", \
    .type = PAZ_VALUE_LINKS, .since = 1, .group = NC_("group", "Handling"), .target = "provision", \
    .hint = N_("The provisions of the Declaration that this record serves."), \
  }, \
  { \
    .key = "notes", .label = NC_("record", "Notes"), .context = "record", \
    .type = PAZ_VALUE_NOTE, .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Notes"), \
  }

/* Adds PAZ_PROBLEM_ORDER at `last` when it ends before `first` begins. Partial dates count with
 * the whole year or month they name, so only what is surely wrong is refused. */
void     paz_check_order   (PazRecord   *record,
                            GPtrArray   *problems,
                            const char  *first,
                            const char  *last,
                            const char  *text);
/* Adds PAZ_PROBLEM_RULE when the text of a field is there and does not match the whole pattern. */
void     paz_check_pattern (PazRecord   *record,
                            GPtrArray   *problems,
                            const char  *field,
                            const char  *pattern,
                            const char  *text);
/* Adds PAZ_PROBLEM_RULE when an integer is there and outside low..high. */
void     paz_check_range   (PazRecord   *record,
                            GPtrArray   *problems,
                            const char  *field,
                            gint64       low,
                            gint64       high,
                            const char  *text);
/* Adds PAZ_PROBLEM_RULE when an integer or a real is there and below zero. */
void     paz_check_not_negative (PazRecord   *record,
                                 GPtrArray   *problems,
                                 const char  *field);
/* Adds PAZ_PROBLEM_RULE at `part` when both integers are there and it is more than `whole`: what
 * is not known or not answered breaks no sum. */
void     paz_check_part    (PazRecord   *record,
                            GPtrArray   *problems,
                            const char  *part,
                            const char  *whole,
                            const char  *text);
/* Adds PAZ_PROBLEM_RULE when a real is there and outside 0..100. */
void     paz_check_percent (PazRecord   *record,
                            GPtrArray   *problems,
                            const char  *field,
                            const char  *text);

/* FALSE when the integer is not known or not answered. */
gboolean paz_check_get_integer (PazRecord   *record,
                                const char  *field,
                                gint64      *number);
/* Adds an integer up over the contained records of a kind; FALSE when there are none, or when one
 * of them does not say it: then nothing can be said about the sum. */
gboolean paz_check_sum     (GPtrArray   *contained,
                            const char  *kind,
                            const char  *field,
                            gint64      *sum);
/* Adds PAZ_PROBLEM_DOUBT at the field when `doubtful`. */
void     paz_check_doubt   (PazRecord   *record,
                            GPtrArray   *doubts,
                            const char  *field,
                            gboolean     doubtful,
                            const char  *text);

/* Tests of what the rooms make of a declaration put theirs in the place of the shipped one: the
 * kinds are these from here on, NULL-terminated; NULL: the shipped ones again. To be called
 * while nobody asks for kinds. */
void     paz_kind_set_list (const PazKind * const *list);

/* "3", "12", "3.1", "4 bis", "5 (a)": what papers of the working group are numbered with. */
#define PAZ_PATTERN_NUMBER "[0-9A-Za-z]{1,5}([. ()/-]{1,2}[0-9A-Za-z]{1,5}){0,4}[.)]?"

G_END_DECLS
