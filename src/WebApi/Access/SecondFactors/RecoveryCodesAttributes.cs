namespace CleanApi.WebApi.Access;

/// <summary>Recovery codes, in the one answer that shows them.</summary>
/// <param name="Codes">Ten of them, each good for one use.</param>
public sealed record RecoveryCodesAttributes(IReadOnlyList<string> Codes);
