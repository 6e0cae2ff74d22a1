//! Starts the room `law` in its document: the rules and their revisions.

use anju_frontend::{rooms::law, route::Room, run};

fn main() {
    run(Room::Law, law::page);
}
