using Ardalis.Specification;
using Ardalis.Specification.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Libs.UnitTests;

public sealed class PeopleRepository : RepositoryBase<Person>
{
    public PeopleRepository(DbContext context) : base(context)
    {
    }

    public PeopleRepository(DbContext context, ISpecificationEvaluator evaluator) : base(context, evaluator)
    {
    }
}
