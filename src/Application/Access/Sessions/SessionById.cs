using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>One session, tracked.</summary>
internal sealed class SessionById : SingleResultSpecification<Session>
{
    public SessionById(SessionId id) => Query.Where(session => session.Id == id);
}
