using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Time;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <inheritdoc cref="ILiveCallers" />
/// <remarks>
/// One statement for all of them, however many there are: every few seconds, and before events are told. While the database is away nothing is told, and the
/// connections stay.
/// </remarks>
internal sealed class LiveCallers(Database database, LiveCallerSettings settings, LiveCallerRefusals refusals, TimeProvider clock, ILogger<LiveCallers> logger)
    : PeriodicJob(Interval, clock, logger), ILiveCallers
{
    /// <summary>Between two checks of all.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    // As the statement before every other one has it (TenantStatement).
    private const string Valid =
        """
        select held.place from unnest(@sessions, @session_stamps) with ordinality held(id, stamp, place)
        where exists (select from access.sessions one where one.id = held.id and one.stamp = held.stamp and one.revoked_at is null and one.expires_at > @now)
        union all
        select -held.place from unnest(@organizations, @keys, @key_stamps) with ordinality held(organization_id, id, stamp, place)
        where exists (select from app.enter_api_key(held.organization_id, held.id, held.stamp))
        """;

    private readonly Lock gate = new();
    private readonly Dictionary<Caller, Connections> live = [];
    private readonly Dictionary<OrganizationId, int> byOrganization = [];
    private readonly Dictionary<(OrganizationId Organization, UserId? Person), int> byPerson = [];
    private int count;

    /// <summary>How many there are.</summary>
    internal int Count => Volatile.Read(ref count);

    /// <inheritdoc />
    public ILiveCaller Enter(Caller caller)
    {
        lock (gate)
        {
            var ofOrganization = byOrganization.GetValueOrDefault(caller.OrganizationId);
            // Nobody has more than they leave: alone, a person and their keys have half of the places, and there is room for whoever comes next.
            var (person, free) = ((caller.OrganizationId, caller.ActingUserId), settings.MaxConnectionsPerOrganization - ofOrganization);
            var own = byPerson.GetValueOrDefault(person);
            if (own >= free)
            {
                refusals.Count(free > 0 ? LiveCallerRefusals.Person : LiveCallerRefusals.Organization);
                throw new RateLimitError(RetryAfter, free > 0
                    ? "You have as many connections to events as leave room for others of your organization: close one, or try again later"
                    : "Your organization has as many connections to events as it may: close one, or try again later");
            }

            if (count >= settings.MaxConnections)
            {
                refusals.Count(LiveCallerRefusals.Instance);
                throw new ServiceUnavailableError(RetryAfter, "This instance keeps as many connections to events as it may: try again later");
            }

            if (!live.TryGetValue(caller, out var connections))
            {
                live.Add(caller, connections = new Connections());
            }

            connections.Count++;
            count++;
            byOrganization[caller.OrganizationId] = ofOrganization + 1;
            byPerson[person] = own + 1;
            return new Connection(this, caller, connections);
        }
    }

    /// <inheritdoc />
    public async Task CheckAsync(Func<Caller, bool> isChecked, CancellationToken cancellationToken)
    {
        List<(Caller Caller, Connections Connections)> entered;
        lock (gate)
        {
            entered = [.. live.Where(one => isChecked(one.Key)).Select(one => (one.Key, one.Value))];
        }

        if (entered.Count > 0)
        {
            var valid = await ValidAsync([.. entered.Select(one => one.Caller)], cancellationToken);
            foreach (var (caller, connections) in entered.Where(one => !valid.Contains(one.Caller)))
            {
                lock (gate)
                {
                    // Who enters from now on is checked anew.
                    if (live.TryGetValue(caller, out var present) && present == connections)
                    {
                        live.Remove(caller);
                    }
                }

                await connections.Ended.CancelAsync();
            }
        }
    }

    /// <inheritdoc />
    internal override Task RunOnceAsync(CancellationToken cancellationToken) => CheckAsync(static _ => true, cancellationToken);

    private async Task<HashSet<Caller>> ValidAsync(IReadOnlyList<Caller> callers, CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        var (users, keys) = (callers.OfType<UserCaller>().ToList(), callers.OfType<ApiKeyCaller>().ToList());
        await using var command = database.Application.CreateCommand(Valid);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("sessions", [.. users.Select(user => user.SessionId.Value)]));
        command.Parameters.Add(new NpgsqlParameter<int[]>("session_stamps", [.. users.Select(user => user.SecurityStamp)]));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", now));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("organizations", [.. keys.Select(key => key.OrganizationId.Value)]));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("keys", [.. keys.Select(key => key.ApiKeyId.Value)]));
        command.Parameters.Add(new NpgsqlParameter<int[]>("key_stamps", [.. keys.Select(key => key.SecurityStamp)]));
        HashSet<Caller> valid = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var place = reader.GetInt64(0);
            Caller caller = place > 0 ? users[(int)place - 1] : keys[(int)-place - 1];
            if (caller.ExpiresAt > now)
            {
                valid.Add(caller);
            }
        }

        return valid;
    }

    private static void Decrease<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull
    {
        if (--counts[key] == 0)
        {
            counts.Remove(key);
        }
    }

    private void Leave(Caller caller, Connections connections)
    {
        lock (gate)
        {
            count--;
            Decrease(byOrganization, caller.OrganizationId);
            Decrease(byPerson, (caller.OrganizationId, caller.ActingUserId));

            if (--connections.Count == 0 && live.TryGetValue(caller, out var present) && present == connections)
            {
                live.Remove(caller);
            }
        }
    }

    // All connections of one credential.
    private sealed class Connections
    {
        public CancellationTokenSource Ended { get; } = new();

        public int Count { get; set; }
    }

    private sealed class Connection(LiveCallers callers, Caller caller, Connections connections) : ILiveCaller
    {
        private int isDisposed;

        public CancellationToken Ended => connections.Ended.Token;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isDisposed, 1) == 0)
            {
                callers.Leave(caller, connections);
            }
        }
    }
}
