using CleanApi.Application.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page that sets up a second factor.</summary>
/// <param name="Person">Who has signed in.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="App">The secret for the authenticator app that is being set up; null before.</param>
/// <param name="RecoveryCodes">The recovery codes, once there is a factor; null before.</param>
/// <param name="Problem">The errors of the submission.</param>
public sealed record EnrolmentModel(
    SignedInPerson Person, string? ReturnUrl, TotpEnrolmentResponse? App, IReadOnlyList<string>? RecoveryCodes, PageProblem? Problem)
{
    /// <summary>Keeps secret and codes out of logs.</summary>
    public override string ToString() => nameof(EnrolmentModel);
}
