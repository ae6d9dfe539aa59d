using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Events;

/// <summary>Issues a ticket for one connection to the caller's events.</summary>
[RequiresPermission(Permissions.EventsRead)]
[NotAudited("It gives nobody more than they have, for half a minute.")]
[NotReplayed("A ticket is used once, and at once.")]
[NoValidator("It takes nothing.")]
[InsertsOnly]
public sealed record CreateEventTicket : ICommand<EventTicketResponse>;
