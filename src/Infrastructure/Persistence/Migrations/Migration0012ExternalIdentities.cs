using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CleanApi.Infrastructure.Persistence.Migrations;

[DbContext(typeof(CleanApiDbContext))]
[Migration("0012_external_identities")]
internal sealed class Migration0012ExternalIdentities : SqlMigration;
