using Ardalis.Specification;

namespace CleanApi.Libs.UnitTests;

/// <summary>A specification that each test builds for itself.</summary>
public sealed class PeopleSpecification : Specification<Person>
{
    public PeopleSpecification(Action<ISpecificationBuilder<Person>> build) => build(Query);
}
