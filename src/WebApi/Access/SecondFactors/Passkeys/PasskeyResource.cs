using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Common;
using CleanApi.Domain.Access;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>A passkey.</summary>
/// <param name="Id">The passkey's id.</param>
/// <param name="Type">Always <c>passkey</c>.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record PasskeyResource(PasskeyId Id, string Type, PasskeyAttributes Attributes) : IResource<PasskeyResource, PasskeyResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "passkey";

    /// <inheritdoc />
    public static PasskeyResource Of(PasskeyResponse passkey) => new(
        passkey.Id,
        TypeName,
        new PasskeyAttributes(
            passkey.Name,
            passkey.IsBackedUp,
            passkey.LastUsedAt,
            passkey.CounterRegressedAt,
            passkey.CreatedAt,
            passkey.UpdatedAt));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Attributes of a passkey.</summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="IsBackedUp">Whether it has been copied to other devices of its owner, so that losing one does not lose it.</param>
/// <param name="LastUsedAt">When somebody last signed in with it, UTC; null while nobody has.</param>
/// <param name="CounterRegressedAt">
/// When it last signed with a counter that was not newer, UTC, and was refused: there may be a copy of the authenticator. Null while it never did.
/// </param>
/// <param name="CreatedAt">When it was added, UTC.</param>
/// <param name="UpdatedAt">When it was last renamed or noted, UTC.</param>
public sealed record PasskeyAttributes(
    [property: Name(NameRule.MaxNameLength), Example("Work laptop")] string Name,
    bool IsBackedUp,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? CounterRegressedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
