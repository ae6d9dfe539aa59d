namespace CleanApi.Infrastructure.Queue;

/// <summary>The statements of a queue.</summary>
/// <param name="table">The table.</param>
internal sealed class QueueStatements(QueueTable table)
{
    /// <summary>Takes what is due, under a token, and returns it.</summary>
    // Not a parameter: the table, its columns and conditions are constants of ours.
    public string Claim { get; } =
        $"""
        with {table.Due ?? Oldest(table)}
        update {table.Table} target set attempts = target.attempts + 1, due_at = @until, lease_token = @token
        from due join {table.Table} item on item.id = due.id {(table.Join is null ? "" : $"join {table.Join}")}
        where target.id = due.id
        returning target.id, target.attempts, {table.Columns}
        """;

    /// <summary>Deletes an item.</summary>
    // Not a parameter: the table is a constant of ours.
    public string Complete { get; } = $"delete from {table.Table} where id = @id and lease_token = @token";

    /// <summary>Has an item be due later.</summary>
    // Not a parameter: the table is a constant of ours.
    public string Postpone { get; } =
        $"update {table.Table} set due_at = @due, last_error = @error, attempts = @attempts, lease_token = null where id = @id and lease_token = @token";

    /// <summary>Gives an item up.</summary>
    // Not a parameter: the table and its columns are constants of ours.
    public string GiveUp { get; } =
        $"""
        update {table.Table} set {table.DeadAt} = @now, last_error = @error, lease_token = null{(table.OnDead is null ? "" : $", {table.OnDead}")}
        where id = @id and lease_token = @token
        """;

    /// <summary>Has what is left of a claim be due now, and what was claimed not count.</summary>
    public string GiveBackClaim { get; } = Return(table);

    /// <summary>The same of some items of it.</summary>
    // Not a parameter: the table and its conditions are constants of ours.
    public string GiveBack { get; } = $"{Return(table)} and item.id = any (@ids)";

    // Not a parameter: the table and its conditions are constants of ours.
    private static string Oldest(QueueTable table) =>
        $"""
        due as (
          select item.id from {table.Table} item where item.{table.DeadAt} is null and item.due_at <= @now {(table.Pending is null ? "" : $"and {table.Pending}")} {(table.Condition is null ? "" : $"and {table.Condition}")}
          order by item.due_at limit @most for update of item skip locked)
        """;

    // Not a parameter: the table and its conditions are constants of ours.
    private static string Return(QueueTable table) =>
        $"""
        update {table.Table} item set due_at = @now, attempts = item.attempts - 1, lease_token = null
        where item.lease_token = @token and item.{table.DeadAt} is null {(table.Pending is null ? "" : $"and {table.Pending}")}
        """;
}
