namespace CleanApi.Domain.Auditing;

/// <summary>How an audited attempt ended.</summary>
public enum AuditOutcome
{
    /// <summary>It was done.</summary>
    Succeeded,

    /// <summary>It was denied.</summary>
    Denied,
}
