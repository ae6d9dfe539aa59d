namespace CleanApi.Domain.Auditing;

/// <summary>How an audited attempt ended.</summary>
public enum AuditOutcome
{
    /// <summary>It was done.</summary>
    Succeeded,

    /// <summary>The caller had proved who they are, and may not do it.</summary>
    Denied,

    /// <summary>Whoever it was did not prove who they are: a credential was refused. Such an entry has no actor.</summary>
    Failed,
}
