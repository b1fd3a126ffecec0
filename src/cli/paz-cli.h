/* What the verbs of relacopaz-cli share. Results go to stdout, words to stderr; all of it is
 * written as UTF-8 whatever the process locale is. */
#pragma once

#include "base/paz-catalogue.h"
#include "store/paz-store.h"

#include "paz-options.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_EXIT_DONE,
  PAZ_EXIT_FAILED,
  PAZ_EXIT_USAGE,
  PAZ_EXIT_FINDINGS,      /* done, but rows were refused or findings stand */
} PazExit;

typedef struct
{
  char     *store_path;   /* NULL until opened: the usual place */
  gboolean  json;
  gboolean  verbose;
  PazStore *store;
} PazCli;

typedef struct
{
  const char      *name;
  const char      *usage;       /* N_("set KIND [ID] FIELD=VALUE…") */
  const char      *summary;     /* N_(...): one sentence */
  const char      *details;     /* N_(...): paragraphs, or NULL */
  const PazOption *options;     /* ends with a NULL name, or NULL */
  guint            min_words;
  guint            max_words;   /* without the verb */
  PazExit        (*run) (PazCli       *cli,
                         PazArguments *arguments);
} PazVerb;

/* The whole program; argv as main has it, ended by NULL. */
int              paz_cli_run            (char        **argv);

/* Ends with NULL. */
const PazVerb * const *paz_verb_list    (void);
const PazVerb   *paz_verb_find          (const char   *name);
const PazOption *paz_global_options     (void);

/* ---- words ---- */

/* code: of --lang, or NULL for what the environment says. FALSE when we do not speak it. */
gboolean         paz_cli_set_language   (const char   *code);
PazCatalogue    *paz_cli_get_words      (void);
const char      *paz_cli_text           (const char   *msgid) G_GNUC_FORMAT (1);
const char      *paz_cli_ptext          (const char   *context,
                                         const char   *msgid) G_GNUC_FORMAT (2);
#define _(String) paz_cli_text (String)
#define C_(Context, String) paz_cli_ptext (Context, String)

/* ---- output ---- */

void             paz_cli_print          (const char   *text);
void             paz_cli_say            (const char   *format,
                                         ...) G_GNUC_PRINTF (1, 2);
/* FALSE when stdout took less than it was given: a full disk, a closed pipe. */
gboolean         paz_cli_flush          (void);
void             paz_help_print_program (void);
void             paz_help_print_verb    (const PazVerb *verb);

/* ---- failures: each says its words and gives the exit ---- */

PazExit          paz_cli_fail           (PazCli       *cli,
                                         const GError *error,
                                         const char   *path);
PazExit          paz_cli_refuse         (const char   *format,
                                         ...) G_GNUC_PRINTF (1, 2);
PazExit          paz_cli_misuse         (const PazVerb *verb,
                                         const char   *format,
                                         ...) G_GNUC_PRINTF (2, 3);

/* ---- the store ---- */

/* The store of --store or the usual one. FALSE: *exit says how. */
gboolean         paz_cli_open           (PazCli            *cli,
                                         PazStoreOpenFlags  flags,
                                         PazExit           *exit);
/* NULL: *exit. */
const PazKind   *paz_cli_find_kind      (const char        *key,
                                         PazExit           *exit);

G_END_DECLS
