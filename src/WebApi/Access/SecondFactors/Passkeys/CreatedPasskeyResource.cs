using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>A passkey that was just added.</summary>
/// <param name="Id">The passkey's id.</param>
/// <param name="Type">Always <c>passkey</c>.</param>
/// <param name="Attributes">Its attributes, with the recovery codes that came with it.</param>
public sealed record CreatedPasskeyResource(PasskeyId Id, string Type, CreatedPasskeyAttributes Attributes) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = PasskeyResource.TypeName;

    /// <summary>The resource of a passkey that was just added.</summary>
    public static CreatedPasskeyResource Of(PasskeyResponse added)
    {
        ArgumentNullException.ThrowIfNull(added);
        var passkey = PasskeyResource.Of(added);
        var known = passkey.Attributes;
        return new CreatedPasskeyResource(
            passkey.Id,
            TypeName,
            new CreatedPasskeyAttributes(
                known.Name, known.IsBackedUp, known.LastUsedAt, known.CounterRegressedAt, known.CreatedAt, known.UpdatedAt, added.RecoveryCodes));
    }

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>What is told of a passkey when it is added.</summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="IsBackedUp">Whether it has been copied to other devices of its owner, so that losing one does not lose it.</param>
/// <param name="LastUsedAt">When somebody last signed in with it, UTC; null while nobody has.</param>
/// <param name="CounterRegressedAt">When it last signed with a counter that was not newer, UTC; null while it never did.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
/// <param name="UpdatedAt">When it was last renamed or noted, UTC.</param>
/// <param name="RecoveryCodes">
/// Ten recovery codes, each valid once in the place of the passkey, and in this answer alone: the passkey is the account's first second factor, and a password
/// alone signs in no more. Null where the account had a second factor before.
/// </param>
public sealed record CreatedPasskeyAttributes(
    [property: Name(NameRule.MaxNameLength), Example("Work laptop")] string Name,
    bool IsBackedUp,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? CounterRegressedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    [property: Example("4k7d-91vw-q0hc-me3x", "zr80-3tpa-7nbe-x5g2")] IReadOnlyList<string>? RecoveryCodes)
{
    /// <summary>Without the codes: whoever reads a log must not be able to use them.</summary>
    public override string ToString() => nameof(CreatedPasskeyAttributes);
}
