namespace CleanApi.Infrastructure.Queue;

/// <summary>
/// A table that is a queue. It has the columns <c>id uuid</c>, <c>due_at</c>, <c>attempts</c>, <c>lease_token uuid</c>, <c>last_error</c>, <c>created_at</c> and a time
/// at which an item was given up. All parts are SQL of ours.
/// </summary>
/// <param name="Queue">What metrics call it: <c>mail</c>.</param>
/// <param name="Table">The table: <c>mail.messages</c>. In the other parts it is <c>item</c>.</param>
/// <param name="Columns">What a worker gets of an item, besides its id and attempts.</param>
internal sealed record QueueTable(string Queue, string Table, string Columns)
{
    /// <summary>The column that says when an item was given up.</summary>
    public string DeadAt { get; init; } = "dead_at";

    /// <summary>Which rows are still items: <c>item.delivered_at is null</c>, where what is done stays. Null: all.</summary>
    public string? Pending { get; init; }

    /// <summary>A further table that the columns come from: <c>events.outbox_events event on event.id = item.event_id</c>; null: none.</summary>
    public string? Join { get; init; }

    /// <summary>
    /// Which items are taken, where a condition cannot say so: table expressions, the last of which is <c>due (id)</c>, with the parameters <c>@now</c>, <c>@most</c>,
    /// <c>@names</c> and <c>@at_once</c>. They lock what they find. Null: those that are due and meet the condition, the oldest first.
    /// </summary>
    public string? Due { get; init; }

    /// <summary>How many items are taken at once, where those that follow an item are taken along.</summary>
    public int AtOnce { get; init; }

    /// <summary>What an item has to be besides due; <c>@names</c> in it is <see cref="Names"/>. Null: nothing.</summary>
    public string? Condition { get; init; }

    /// <summary>The parameter of the condition.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What else is set when an item is given up, such as <c>encrypted_content = null</c>; null: nothing.</summary>
    public string? OnDead { get; init; }

    /// <summary>How long a worker has an item. Longer than one can take: an item whose worker died is another's afterwards.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a worker may take; the rest of the lease is for noting what came of it.</summary>
    public TimeSpan Limit => Lease * 0.9;
}
