using CleanApi.Application.Common.Security;
using CleanApi.Infrastructure.Persistence.Interceptors;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <inheritdoc cref="ICallerCheck" />
internal sealed class CallerCheck(Database database, ICallerContext context, TimeProvider clock) : ICallerCheck
{
    /// <inheritdoc />
    public async Task RequireValidAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = TenantStatement.For(context.Required, command, clock.GetUtcNow());
        if (await command.ExecuteScalarAsync(cancellationToken) is null)
        {
            throw TenantInterceptor.InvalidSession();
        }
    }
}
