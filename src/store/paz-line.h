/* Lines: small signed facts that never change (EXCHANGE.md 3.1 and 4). */
#pragma once

#include <json-glib/json-glib.h>

#include "model/paz-release.h"
#include "store/paz-store.h"

G_BEGIN_DECLS

/* ---- canonical JSON (paz-canonical.c) ---- */

#define PAZ_LINE_MAX_BYTES   (1024 * 1024)
#define PAZ_LINE_MAX_NESTING 8

/* The one spelling of a value. PAZ_STORE_ERROR_INVALID when it has none. */
char     *paz_canonical_write     (JsonNode       *node,
                                   gsize          *length,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* Strict: anything but that spelling is refused with PAZ_STORE_ERROR_INVALID. For what comes in. */
JsonNode *paz_canonical_read      (const char     *text,
                                   gsize           length,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* For lines of the own store, which were read strictly when they came. */
JsonNode *paz_canonical_read_kept (const char     *text,
                                   gsize           length,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  paz_canonical_is_key    (const char     *key);
/* TRUE when both have the same spelling. */
gboolean  paz_canonical_equal     (JsonNode       *a,
                                   JsonNode       *b);

/* ---- keys (paz-keys.c) ---- */

#define PAZ_KEY_ID_BYTES      16
#define PAZ_LINE_ID_BYTES     32
#define PAZ_PUBLIC_KEY_BYTES  32
#define PAZ_SECRET_KEY_BYTES  64
#define PAZ_SIGNATURE_BYTES   64
#define PAZ_SALT_BYTES        16

typedef struct
{
  guint8 id[PAZ_KEY_ID_BYTES];
  guint8 public_key[PAZ_PUBLIC_KEY_BYTES];
  guint8 secret_key[PAZ_SECRET_KEY_BYTES];
} PazDeviceKey;

/* seed: 32 bytes. */
void          paz_device_key_from_seed  (PazDeviceKey  *self,
                                         const guint8  *seed);
/* FALSE when no secure randomness can be had. */
gboolean      paz_device_key_make       (PazDeviceKey  *self,
                                         GError       **error);
/* The publicly known key that signs built-in data: the same lines in every store. It carries no
 * trust, since anyone can sign with it. */
const PazDeviceKey *paz_device_key_get_reference (void);
/* SHA-256 ("relacopaz:key:1\n" public), first 16 bytes. */
void          paz_key_make_id           (const guint8  *public_key,
                                         guint8         id[PAZ_KEY_ID_BYTES]);

/* base64url without padding; left-over bits must be zero. */
char         *paz_bytes_to_text         (const guint8  *bytes,
                                         gsize          size);
gboolean      paz_bytes_from_text       (const char    *text,
                                         guint8        *bytes,
                                         gsize          size);

/* ---- lines (paz-line.c) ---- */

typedef struct
{
  guint8       id[PAZ_LINE_ID_BYTES];
  guint8       author[PAZ_KEY_ID_BYTES];
  guint8       salt[PAZ_SALT_BYTES];
  char        *record;
  char        *kind;
  char        *owner;
  char        *container;      /* `in`, or NULL */
  PazLevel     level;
  char       **list;           /* never NULL */
  gint64       time;           /* unix ms, claimed */
  gint64       version;        /* of the kind */
  GByteArray  *parents;        /* ids, one after the other, sorted */
  JsonObject  *cells;
  char        *line;           /* as signed; NULL until sealed or read */
} PazRevision;

PazRevision  *paz_revision_new          (void);
void          paz_revision_free         (PazRevision   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazRevision, paz_revision_free)
guint         paz_revision_get_n_parents (const PazRevision *self);
const guint8 *paz_revision_get_parent   (const PazRevision *self,
                                         guint          n);
/* Sorts and adds each once. */
void          paz_revision_set_parents  (PazRevision   *self,
                                         GPtrArray     *ids);
/* Makes id, signature and line from the fields; author becomes the key's id. INVALID when a
 * limit of EXCHANGE.md 4.2 is passed. */
gboolean      paz_revision_seal         (PazRevision        *self,
                                         const PazDeviceKey *key,
                                         GError            **error);
/* Strict, with every rule a single revision can be tested by; computes the id. The signature is
 * not tested here. */
PazRevision  *paz_revision_read         (const char    *line,
                                         gsize          length,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* A line of the own store: only what is needed to compute with it. `id` is taken over. */
PazRevision  *paz_revision_read_kept    (const char    *line,
                                         gsize          length,
                                         const guint8  *id,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      paz_revision_verify       (const PazRevision *self,
                                         const guint8  *public_key);

typedef struct
{
  guint8  child[PAZ_LINE_ID_BYTES];
  guint8  parent[PAZ_LINE_ID_BYTES];
} PazEdge;

char         *paz_edge_seal             (const PazEdge      *edge,
                                         const PazDeviceKey *key);
gboolean      paz_edge_read             (const char         *line,
                                         gsize               length,
                                         PazEdge            *edge,
                                         GError            **error);
gboolean      paz_edge_verify           (const char         *line,
                                         const guint8       *public_key);

typedef struct
{
  guint8    revision[PAZ_LINE_ID_BYTES];
  char     *name;
  char     *target;
  gboolean  on;
} PazLink;

void          paz_link_free             (PazLink            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazLink, paz_link_free)
char         *paz_link_seal             (const PazLink      *link,
                                         const PazDeviceKey *key,
                                         GError            **error);
PazLink      *paz_link_read             (const char         *line,
                                         gsize               length,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      paz_link_verify           (const char         *line,
                                         const guint8       *public_key);

G_END_DECLS
