namespace CleanApi.WebApi.Overload;

/// <summary>How long a request may take that carries a file: longer than others, because it is the client's line that takes the time.</summary>
internal static class TransferTimeout
{
    /// <summary>The name of the policy.</summary>
    public const string Policy = "transfer";

    /// <summary>10 MB at 0.7 Mbit/s.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMinutes(2);
}
