using CleanApi.Application.Common.Requests;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>An authenticator app that is being set up.</summary>
/// <param name="Id">The id of the person.</param>
/// <param name="Type">Always <c>totp_enrolment</c>.</param>
/// <param name="Attributes">What is told of it.</param>
public sealed record TotpEnrolmentResource(
    [property: Example("usr_01h455vb4pex5vsknk084sn02q")] string Id,
    string Type,
    TotpEnrolmentAttributes Attributes) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "totp_enrolment";

    /// <inheritdoc />
    public string GetId() => Id;
}
