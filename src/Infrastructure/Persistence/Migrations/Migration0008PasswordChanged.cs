using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CleanApi.Infrastructure.Persistence.Migrations;

[DbContext(typeof(CleanApiDbContext))]
[Migration("0008_password_changed")]
internal sealed class Migration0008PasswordChanged : SqlMigration;
