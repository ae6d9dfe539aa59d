using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>New recovery codes.</summary>
/// <param name="Id">The id of the person.</param>
/// <param name="Type">Always <c>recovery_codes</c>.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record RecoveryCodesResource(
    [property: Example("usr_01h455vb4pex5vsknk084sn02q")] string Id,
    string Type,
    RecoveryCodesAttributes Attributes) : IResource<RecoveryCodesResource, RecoveryCodesResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "recovery_codes";

    /// <inheritdoc />
    public static RecoveryCodesResource Of(RecoveryCodesResponse codes) => new(
        codes.UserId.ToString(),
        TypeName,
        new RecoveryCodesAttributes(codes.Codes));

    /// <inheritdoc />
    public string GetId() => Id;
}

/// <summary>Recovery codes, in the one answer that shows them.</summary>
/// <param name="Codes">Ten of them, each valid once.</param>
public sealed record RecoveryCodesAttributes([property: Example("4k7d-91vw-q0hc-me3x", "zr80-3tpa-7nbe-x5g2")] IReadOnlyList<string> Codes);
