using CleanApi.Domain.Access;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>A passkey.</summary>
/// <param name="Id">The passkey's id.</param>
/// <param name="Type">Always <c>passkey</c>.</param>
/// <param name="Attributes">What is told of it.</param>
public sealed record PasskeyResource(PasskeyId Id, string Type, PasskeyAttributes Attributes) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "passkey";

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}
