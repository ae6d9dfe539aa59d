using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>An authenticator app.</summary>
/// <param name="Id">The id of the person.</param>
/// <param name="Type">Always <c>totp</c>.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record TotpResource([property: Example("usr_01h455vb4pex5vsknk084sn02q")] string Id, string Type, TotpAttributes Attributes) : IResource<TotpResource, TotpResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "totp";

    /// <inheritdoc />
    public static TotpResource Of(TotpResponse totp) => new(
        totp.UserId.ToString(),
        TypeName,
        new TotpAttributes(totp.Enabled, totp.ConfirmedAt, totp.RecoveryCodesLeft));

    /// <inheritdoc />
    public string GetId() => Id;
}

/// <summary>The status of an authenticator app.</summary>
/// <param name="Enabled">Whether it is a second factor.</param>
/// <param name="ConfirmedAt">Since when, UTC.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes are left.</param>
public sealed record TotpAttributes(
    bool Enabled,
    [property: Example(ExampleValues.Time)] DateTimeOffset? ConfirmedAt,
    [property: AtLeast(0), Example(10)] int RecoveryCodesLeft);
