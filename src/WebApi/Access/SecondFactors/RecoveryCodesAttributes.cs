using CleanApi.Application.Common.Requests;

namespace CleanApi.WebApi.Access;

/// <summary>Recovery codes, in the one answer that shows them.</summary>
/// <param name="Codes">Ten of them, each good for one use.</param>
public sealed record RecoveryCodesAttributes([property: Example("4k7d-91vw-q0hc-me3x", "zr80-3tpa-7nbe-x5g2")] IReadOnlyList<string> Codes);
