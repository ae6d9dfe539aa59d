using System.Data.Common;
using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Persistence.Interceptors;

/// <summary>Executes the tenant statement as a separate command, for commands that it cannot be prepended to.</summary>
internal static class TenantCommand
{
    /// <summary>Sets the tenant of the other command's transaction.</summary>
    public static void Execute(DbCommand before, Caller? caller, DateTimeOffset now)
    {
        using var command = Create(before, caller, now);
        if (command.ExecuteScalar() is null)
        {
            throw TenantInterceptor.InvalidSession();
        }
    }

    /// <summary>Sets the tenant of the other command's transaction.</summary>
    public static async Task ExecuteAsync(DbCommand before, Caller? caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = Create(before, caller, now);
        if (await command.ExecuteScalarAsync(cancellationToken) is null)
        {
            throw TenantInterceptor.InvalidSession();
        }
    }

    private static DbCommand Create(DbCommand before, Caller? caller, DateTimeOffset now)
    {
        if (before.Transaction is null)
        {
            throw new InvalidOperationException("The tenant is set for a transaction alone, and this command has none.");
        }

        var command = before.Connection!.CreateCommand();
        command.Transaction = before.Transaction;
        command.CommandText = TenantStatement.For(caller, command, now);
        return command;
    }
}
