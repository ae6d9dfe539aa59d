using CleanApi.Application.Common.Json;
using CleanApi.Application.Users;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.CommandLine;
using MediatR;

namespace CleanApi.WebApi.Users;

/// <summary>Moves a person to another organization, and tells the id of their user there.</summary>
internal sealed class AdminUsersTransfer : OperatorCommand
{
    private const string From = "--from";
    private const string To = "--to";
    private const string Role = "--role";

    /// <inheritdoc />
    public override string Words => "admin users transfer";

    /// <inheritdoc />
    public override string Arguments => "USER --from ORGANIZATION --to ORGANIZATION [--role ADMIN|MEMBER|VIEWER] [--json]";

    /// <inheritdoc />
    public override string Summary => "Moves a person to another organization, and tells the id of their user there.";

    /// <inheritdoc />
    public override IReadOnlyList<string> Options => [From, To, Role];

    /// <inheritdoc />
    protected override string? Refuse(OperatorArguments arguments) => arguments switch
    {
        { Words: [] } => "Which user?",
        { Words: [_, var more, ..] } => $"{more} is not expected.",
        { Words: [var id] } when !TypeId.TryParse<UserId>(id, out _) => $"{id} is no user: an id begins with usr_.",
        _ => RefuseOrganization(arguments, From) ?? RefuseOrganization(arguments, To) ?? (arguments.Value(Role) is { } role && RoleOf(role) is null ? $"{role} is no role." : null),
    };

    /// <inheritdoc />
    protected override async Task<bool> SendAsync(ISender sender, OperatorArguments arguments, Func<object, string, Task> tellAsync, CancellationToken cancellationToken)
    {
        var command = new TransferUser(Parse<OrganizationId>(arguments.Value(From)!), Parse<OrganizationId>(arguments.Value(To)!), RoleOf(arguments.Value(Role)))
        {
            Id = Parse<UserId>(arguments.Words[0]),
        };
        var user = await sender.Send(command, cancellationToken);
        await tellAsync(UserResource.Of(user), user.Id.ToString());
        return true;
    }

    private static string? RefuseOrganization(OperatorArguments arguments, string option) =>
        arguments.Value(option) is not { } id ? $"{option} is missing."
        : TypeId.TryParse<OrganizationId>(id, out _) ? null : $"{id} is no organization: an id begins with org_.";

    private static UserRole? RoleOf(string? text) => text is null ? null : (UserRole?)EnumNames.Of(typeof(UserRole)).Find(text);

    private static TId Parse<TId>(string text)
        where TId : struct, ITypeId<TId> => TypeId.TryParse<TId>(text, out var id) ? id : throw new ArgumentException($"{text} was not refused.", nameof(text));
}
