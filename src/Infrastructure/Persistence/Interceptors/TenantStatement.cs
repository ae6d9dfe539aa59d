using System.Data.Common;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence.Interceptors;

/// <summary>
/// The statement that precedes others in the same batch: it sets the tenant for row-level security, for this transaction only, and only while the caller's
/// session or key is valid: not ended, not expired, its stamp as it was when the credential was issued. No row means that it is not: nothing after it sees any
/// data.
/// </summary>
internal static class TenantStatement
{
    private const string User =
        """
        select set_config('app.organization_id', @tenant_organization, true) from access.sessions
        where id = @tenant_session and stamp = @tenant_stamp and revoked_at is null and expires_at > @tenant_now;

        """;

    // A function, because the key itself is behind its tenant's policy.
    private const string ApiKey =
        """
        select app.enter_api_key(@tenant_organization::uuid, @tenant_key, @tenant_stamp);

        """;

    private const string System =
        """
        select set_config('app.organization_id', @tenant_organization, true);

        """;

    /// <summary>Returns the statement for a caller and adds its parameters to the command.</summary>
    /// <param name="caller">The caller; the program itself vouches for a <see cref="SystemCaller"/>.</param>
    /// <param name="command">The command that the statement goes into.</param>
    /// <param name="now">The time, against which a session's end is held.</param>
    public static string For(Caller caller, DbCommand command, DateTimeOffset now) => caller.Match(
        (command.Parameters, now),
        static (user, state) =>
        {
            AddOrganization(state.Parameters, user.OrganizationId);
            state.Parameters.Add(new NpgsqlParameter<Guid>("tenant_session", user.SessionId.Value));
            state.Parameters.Add(new NpgsqlParameter<int>("tenant_stamp", user.SecurityStamp));
            state.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("tenant_now", state.now));
            return User;
        },
        static (key, state) =>
        {
            AddOrganization(state.Parameters, key.OrganizationId);
            state.Parameters.Add(new NpgsqlParameter<Guid>("tenant_key", key.ApiKeyId.Value));
            state.Parameters.Add(new NpgsqlParameter<int>("tenant_stamp", key.SecurityStamp));
            return ApiKey;
        },
        static (system, state) =>
        {
            AddOrganization(state.Parameters, system.OrganizationId);
            return System;
        });

    private static void AddOrganization(DbParameterCollection parameters, OrganizationId organization) =>
        parameters.Add(new NpgsqlParameter<string>("tenant_organization", organization.Value.ToString()));
}
