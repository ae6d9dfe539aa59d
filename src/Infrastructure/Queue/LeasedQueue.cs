using System.Collections.Concurrent;
using System.Data.Common;
using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.Queue;

/// <summary>
/// What is due of a queue. Each step is one short statement of its own: no transaction is open while an item is worked on. Of a lease that has ended, nothing counts.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="connections">Connections of a role that may use it; asked when they are needed, after the start.</param>
/// <param name="clock">The time.</param>
internal abstract class LeasedQueue<T>(QueueTable table, Func<NpgsqlDataSource> connections, TimeProvider clock) : IDisposable
    where T : IQueued
{
    // Between two tries to give back.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly QueueStatements sql = new(table);

    // The claims that were sent, and whose answer has not come: they may have been granted. Else the items would wait for the end of a lease that nobody knows of.
    private readonly ConcurrentQueue<Guid> unanswered = new();

    /// <summary>The table.</summary>
    public QueueTable Table { get; } = table;

    /// <summary>Has the worker look early.</summary>
    public Wake Wake { get; } = new();

    /// <summary>The parameter <c>@names</c> of the table's condition at this moment.</summary>
    protected virtual IReadOnlyList<string> Names => Table.Names;

    /// <summary>Takes items whose turn it is; nobody else gets them meanwhile.</summary>
    /// <param name="atMost">How many; what follows one of them and is taken along does not count.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual async Task<IReadOnlyList<T>> ClaimAsync(int atMost, CancellationToken cancellationToken)
    {
        await using var connection = await connections().OpenConnectionAsync(cancellationToken);
        await GiveBackUnansweredAsync(connection);
        var (now, token) = (clock.GetUtcNow(), Guid.NewGuid());
        await using var command = new NpgsqlCommand(sql.Claim, connection);
        Add(command, "now", now);
        Add(command, "until", now + Table.Lease);
        Add(command, "most", atMost);
        Add(command, "token", token);
        if (Names is { Count: > 0 } names)
        {
            Add(command, "names", names.ToArray());
        }

        if (Table.Due is not null)
        {
            Add(command, "at_once", Table.AtOnce);
        }

        try
        {
            // To its end, also when the host stops now: who cancelled here might have claimed, and not know what.
            return await ReadAsync(command, token);
        }
        catch (Exception exception) when (exception is not PostgresException)
        {
            unanswered.Enqueue(token);
            throw;
        }
    }

    /// <summary>
    /// Gives back what was claimed together and nothing has come of: it is due at once, for whoever is there, and no attempt is spent. Waits for a database that is away.
    /// </summary>
    /// <param name="items">What was claimed; what was completed, postponed or given up of it stays so. None: nothing is done.</param>
    /// <param name="stoppingToken">Has it try once, and not wait.</param>
    public async Task GiveBackAsync(IReadOnlyList<T> items, CancellationToken stoppingToken)
    {
        while (items.Count > 0)
        {
            try
            {
                await using var command = Command(sql.GiveBack);
                Add(command, "now", clock.GetUtcNow());
                Add(command, "ids", items.Select(item => item.Id).ToArray());
                Add(command, "token", TokenOf(items[0]));
                await command.ExecuteNonQueryAsync(CancellationToken.None);
                return;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested && DatabaseOutage.MayPass(exception))
            {
                await Task.Delay(Patience, stoppingToken);
            }
        }
    }

    /// <summary>It is done: the row is deleted.</summary>
    /// <exception cref="LeaseLostException">It is another's by now.</exception>
    public async Task CompleteAsync(T item, CancellationToken cancellationToken)
    {
        if (await ExecuteAsync(sql.Complete, item, _ => { }, cancellationToken) == 0)
        {
            throw new LeaseLostException();
        }
    }

    /// <summary>It is tried again later.</summary>
    /// <param name="item">The item.</param>
    /// <param name="delay">From now.</param>
    /// <param name="error">What went wrong.</param>
    /// <param name="counts">Whether this was an attempt; not when what it needs was not even asked.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task PostponeAsync(T item, TimeSpan delay, string error, bool counts, CancellationToken cancellationToken) => ExecuteAsync(
        sql.Postpone,
        item,
        command =>
        {
            Add(command, "due", clock.GetUtcNow() + delay);
            Add(command, "error", error);
            Add(command, "attempts", counts ? item.Attempts : item.Attempts - 1);
        },
        cancellationToken);

    /// <summary>It is given up; the row stays, and says so.</summary>
    public Task GiveUpAsync(T item, string error, CancellationToken cancellationToken) => ExecuteAsync(
        sql.GiveUp,
        item,
        command =>
        {
            Add(command, "now", clock.GetUtcNow());
            Add(command, "error", error);
        },
        cancellationToken);

    /// <inheritdoc />
    public void Dispose() => Wake.Dispose();

    /// <summary>Reads an item.</summary>
    /// <param name="row">The row: the columns of the table's description begin with the third.</param>
    /// <param name="id">Its id.</param>
    /// <param name="token">Its lease.</param>
    /// <param name="attempts">How often it was tried.</param>
    protected abstract T Read(DbDataReader row, Guid id, Guid token, int attempts);

    private async Task<List<T>> ReadAsync(NpgsqlCommand command, Guid token)
    {
        List<T> items = [];
        await using var rows = await command.ExecuteReaderAsync(CancellationToken.None);
        while (await rows.ReadAsync(CancellationToken.None))
        {
            items.Add(Read(rows, rows.GetGuid(0), token, rows.GetInt32(1)));
        }

        return items;
    }

    private async Task GiveBackUnansweredAsync(NpgsqlConnection connection)
    {
        while (unanswered.TryPeek(out var token))
        {
            await using var command = new NpgsqlCommand(sql.GiveBackClaim, connection);
            Add(command, "now", clock.GetUtcNow());
            Add(command, "token", token);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
            unanswered.TryDequeue(out _);
        }
    }

    private async Task<int> ExecuteAsync(string statement, T item, Action<NpgsqlCommand> add, CancellationToken cancellationToken)
    {
        await using var command = Command(statement);
        Add(command, "id", item.Id);
        Add(command, "token", TokenOf(item));
        add(command);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static Guid TokenOf(T item) => item.LeaseToken ?? throw new InvalidOperationException("It was not claimed.");

    private NpgsqlCommand Command(string statement) => connections().CreateCommand(statement);

    private static void Add<TValue>(NpgsqlCommand command, string name, TValue value) => command.Parameters.Add(new NpgsqlParameter<TValue>(name, value));
}
