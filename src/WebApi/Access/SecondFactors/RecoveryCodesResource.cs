using CleanApi.Application.Common.Requests;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>New recovery codes.</summary>
/// <param name="Id">The id of the person.</param>
/// <param name="Type">Always <c>recovery_codes</c>.</param>
/// <param name="Attributes">What is told of it.</param>
public sealed record RecoveryCodesResource(
    [property: Example("usr_01h455vb4pex5vsknk084sn02q")] string Id,
    string Type,
    RecoveryCodesAttributes Attributes) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "recovery_codes";

    /// <inheritdoc />
    public string GetId() => Id;
}
