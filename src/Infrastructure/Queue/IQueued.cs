namespace CleanApi.Infrastructure.Queue;

/// <summary>An item of a queue whose turn it is.</summary>
internal interface IQueued
{
    /// <summary>The row.</summary>
    Guid Id { get; }

    /// <summary>Whose turn it is: who has another token is too late.</summary>
    Guid? LeaseToken { get; }

    /// <summary>How often it was tried, this time included.</summary>
    int Attempts { get; }
}
