using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CleanApi.Infrastructure.Persistence.Migrations;

[DbContext(typeof(CleanApiDbContext))]
[Migration("0015_removed_passkeys")]
internal sealed class Migration0015RemovedPasskeys : SqlMigration;
