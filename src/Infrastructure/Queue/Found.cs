namespace CleanApi.Infrastructure.Queue;

/// <summary>What a look has found.</summary>
internal enum Found
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>All that there was.</summary>
    All,

    /// <summary>As much as it takes at once: there may be more.</summary>
    Full,
}
