using System.Data.Common;
using CleanApi.Application.Common.Security;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence.Interceptors;

/// <summary>
/// The statement that goes before others in the same batch: it sets the tenant for row-level security, for this transaction only, and only while the
/// caller's session lives and has not changed since the credential was issued. No row back means that it has: nothing after it sees any data.
/// </summary>
internal static class TenantStatement
{
    private const string Session =
        """
        select set_config('app.organization_id', @tenant_organization, true) from access.sessions
        where id = @tenant_session and stamp = @tenant_stamp and revoked_at is null;

        """;

    // An API key, in place of a session: a function, because the key itself is behind its tenant's policy.
    private const string ApiKey =
        """
        select app.enter_api_key(@tenant_organization::uuid, @tenant_key, @tenant_stamp);

        """;

    private const string NoSession =
        """
        select set_config('app.organization_id', @tenant_organization, true);

        """;

    /// <summary>The statement for a caller: callers without a session are jobs, which the program itself vouches for.</summary>
    public static string For(Caller caller) => caller switch
    {
        { ApiKey: not null } => ApiKey,
        { SessionId: not null } => Session,
        _ => NoSession,
    };

    /// <summary>Adds what the statement refers to.</summary>
    public static void AddParameters(DbCommand command, Caller caller)
    {
        command.Parameters.Add(new NpgsqlParameter<string>("tenant_organization", caller.OrganizationId.Value.ToString()));
        if (caller.ApiKey is { } key)
        {
            command.Parameters.Add(new NpgsqlParameter<Guid>("tenant_key", key.Id.Value));
            command.Parameters.Add(new NpgsqlParameter<int>("tenant_stamp", key.Stamp));
        }
        else if (caller.SessionId is { } session)
        {
            command.Parameters.Add(new NpgsqlParameter<Guid>("tenant_session", session.Value));
            command.Parameters.Add(new NpgsqlParameter<int>("tenant_stamp", caller.SessionStamp));
        }
    }
}
