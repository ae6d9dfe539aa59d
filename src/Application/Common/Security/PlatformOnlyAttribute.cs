namespace CleanApi.Application.Common.Security;

/// <summary>
/// Allows only whoever operates the installation for all organizations (<see cref="Caller.OperatesPlatform"/>): no role and no API key, which are of one organization.
/// </summary>
public sealed class PlatformOnlyAttribute : RequestAccessAttribute
{
    /// <summary>What everybody else is told.</summary>
    public const string Denied = "Only the operator of the platform may do this";
}
