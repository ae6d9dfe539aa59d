namespace CleanApi.WebApi.IntegrationTests.Access.Refusals;

/// <summary>A refused request, and what the audit log has to say of it.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Status">The status of the response.</param>
/// <param name="Action">The action.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Organization">In whose log; null where no organization is known.</param>
/// <param name="Actor">The caller, where the attempt was denied; null where it failed.</param>
/// <param name="Target">The target's type and id; null where nothing is known.</param>
public sealed record Refused(string RequestId, int Status, string Action, string Reason, string? Organization = null, string? Actor = null, string? Target = null)
{
    /// <summary>Whether whoever it was had proved who they are.</summary>
    public bool IsDenied { get; init; }
}
