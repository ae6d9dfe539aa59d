using CleanApi.Application.Common.Requests;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>An authenticator app.</summary>
/// <param name="Id">The id of the person.</param>
/// <param name="Type">Always <c>totp</c>.</param>
/// <param name="Attributes">What is told of it.</param>
public sealed record TotpResource([property: Example("usr_01h455vb4pex5vsknk084sn02q")] string Id, string Type, TotpAttributes Attributes) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "totp";

    /// <inheritdoc />
    public string GetId() => Id;
}
