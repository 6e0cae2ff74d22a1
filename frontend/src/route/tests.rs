use super::*;
use crate::rooms::{desk, dispatch, law, office, papers, register};
use yew::Html;

fn page(room: Room) -> fn(Route) -> Option<Html> {
    match room {
        Room::Desk => desk::page,
        Room::Papers => papers::page,
        Room::Dispatch => dispatch::page,
        Room::Register => register::page,
        Room::Office => office::page,
        Room::Law => law::page,
    }
}

fn every_page() -> [Route; 19] {
    let id = "0199aa00-0000-7000-8000-000000000001"
        .parse()
        .expect("a valid id");
    let revision = "0199aa00-0000-7000-8000-000000000002"
        .parse()
        .expect("a valid id");
    [
        Route::Home,
        Route::SignIn,
        Route::Workbench,
        Route::Dispatch,
        Route::Approvals,
        Route::Cases,
        Route::Case { id },
        Route::Papers { id },
        Route::Register,
        Route::People,
        Route::Liaison,
        Route::Calendar,
        Route::Rules,
        Route::Revisions,
        Route::Revision { id: revision },
        Route::Audit,
        Route::Account,
        Route::Duties,
        Route::NotFound,
    ]
}

#[test]
fn every_page_is_found_again_by_its_address() {
    for route in every_page() {
        assert_eq!(Route::recognize(&route.to_path()), Some(route));
    }
    assert_eq!(Route::recognize("/cases/no-id"), Some(Route::NotFound));
    assert_eq!(Route::recognize("/papers"), Some(Route::NotFound));
    assert_eq!(Route::recognize("/nowhere"), Some(Route::NotFound));
    assert_eq!(Route::recognize("/office/people/"), Some(Route::People));
}

#[test]
fn the_address_of_a_page_says_in_which_room_it_is() {
    for route in every_page() {
        let path = route.to_path();
        let begins = |room: &Room| *room != Room::Desk && path.starts_with(room.place());
        let served = Room::ALL.into_iter().find(begins).unwrap_or(Room::Desk);
        assert!(route.room().is_none_or(|room| room == served), "{path}");
    }
}

#[test]
fn an_address_from_before_there_were_rooms_leads_where_the_page_is_now() {
    assert_eq!(Route::moved("/desk/people"), Some(Route::People));
    assert_eq!(Route::moved("/desk/nowhere"), None);
    assert_eq!(Route::moved("/people"), None);
}

#[test]
fn every_page_is_drawn_in_its_room_and_in_no_other() {
    for room in Room::ALL {
        for route in every_page() {
            let drawn = page(room)(route).is_some();
            assert_eq!(drawn, route.room() == Some(room), "{route:?} in {room:?}");
        }
    }
}

#[test]
fn what_an_address_says_is_read_as_it_was_written() {
    let said = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        pairs("?q=%E5%AE%89+%26&stage=assigned"),
        [said("q", "安 &"), said("stage", "assigned")]
    );
    assert!(pairs("").is_empty());
}
