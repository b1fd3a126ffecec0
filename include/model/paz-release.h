/* Who may see what: one function, asked by every exit; it fails closed (PRODUCT.md, rule 3;
 * EXCHANGE.md 7). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Low to high. */
typedef enum
{
  PAZ_LEVEL_PUBLIC,    /* anyone */
  PAZ_LEVEL_NETWORK,   /* all participants */
  PAZ_LEVEL_NAMED,     /* the participants of the release list; an empty list is nobody */
  PAZ_LEVEL_NATIONAL,  /* never leaves this store */
} PazLevel;

/* "public", "network", "named", "national" */
const char *paz_level_get_key   (PazLevel     level);
gboolean    paz_level_from_key  (const char  *key,
                                 PazLevel    *level);
/* NC_("level", ...) */
const char *paz_level_get_label (PazLevel     level);

typedef enum
{
  PAZ_AUDIENCE_PUBLIC,        /* anyone */
  PAZ_AUDIENCE_NETWORK,       /* every participant */
  PAZ_AUDIENCE_PARTICIPANTS,  /* the named ones, all of them */
  PAZ_AUDIENCE_OWN,           /* own use: stays in the delegation; everything but a stranger's named */
} PazAudienceType;

typedef struct
{
  PazAudienceType   type;
  char            **participants; /* sorted codes, of PARTICIPANTS and (own code) of OWN; else NULL */
} PazAudience;

/* "public", "network", "own", or codes joined by ',': "PER,URY". NULL when it is none. */
PazAudience *paz_audience_parse  (const char         *text);
char        *paz_audience_to_text (const PazAudience *self);
PazAudience *paz_audience_copy   (const PazAudience  *self);
void         paz_audience_free   (PazAudience        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazAudience, paz_audience_free)

/* list: sorted codes, may be NULL; owner and author: participant codes, owner "*" for shared
 * records. An unknown level, a NULL audience, an audience of no participants: no. */
gboolean     paz_release_may_see (PazLevel            level,
                                  const char * const *list,
                                  const char         *owner,
                                  const char         *author,
                                  const PazAudience  *audience);
/* Everyone who may see b may see a (EXCHANGE.md 5, "covers"). */
gboolean     paz_release_covers  (PazLevel            level_a,
                                  const char * const *list_a,
                                  PazLevel            level_b,
                                  const char * const *list_b);

G_END_DECLS
